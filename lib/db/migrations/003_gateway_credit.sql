-- What a payer has spent at the gateway since the beginning: fees of answers served, collected on chain or not. Together with the
-- reservations of running requests it must never exceed what the payer prepaid and signed for. The row is locked to change either.
create table gateway.account (
  payer text primary key,
  spent numeric(78) not null
);

-- The most that a running request can cost. One that was never released (its process died) expires.
create table gateway.reservation (
  id uuid primary key default gen_random_uuid(),
  payer text not null references gateway.account,
  amount numeric(78) not null,
  expires_at timestamptz not null
);
create index on gateway.reservation (payer);

-- What the escrow had drawn from the payer when the voucher came. Once it has drawn more, the voucher may stand in a transaction for all
-- to read and proves nothing about who sends it.
alter table gateway.voucher add column drawn numeric(78) not null default 0;

-- Local chains only: when an address was last given test tokens, by the clock on the wall.
create table gateway.faucet_grant (
  address text primary key,
  granted_at timestamptz not null
);
