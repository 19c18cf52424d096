-- Signatures of validators that wait until somebody takes them to the chain; checked against it before they are kept. A later one of the same
-- validator takes the place of the earlier one here (whoever has that may still use it).
create table gateway.case_vote (
  case_id numeric(78) not null,
  validator numeric(78) not null, -- registry id
  guilty boolean not null,
  recomputed_root text not null, -- 0x + 64
  slash_bps integer not null,
  signature text not null,
  at timestamptz not null default now(),
  primary key (case_id, validator)
);

create table gateway.review_vote (
  contribution numeric(78) not null,
  validator numeric(78) not null,
  accept boolean not null,
  score integer not null, -- 0 to 10,000
  reason text not null,
  reason_hash text not null, -- keccak256 of its UTF-8
  signature text not null,
  at timestamptz not null default now(),
  primary key (contribution, validator)
);
