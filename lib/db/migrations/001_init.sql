-- One schema per writer. `gateway` is written by the app (route handlers), `worker` by the worker; `indexer` (views) by Ponder.
-- Addresses, hashes and ids in hex are lower case. Amounts are wei in numeric(78). served_at is chain time in unix seconds.

create schema gateway;

create table gateway.api_key (
  id uuid primary key default gen_random_uuid(),
  payer text not null,
  secret_hash text not null unique, -- sha-256 of the key; the key itself is shown once and never stored
  label text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on gateway.api_key (payer);

-- The highest voucher seen per payer; a newer one supersedes all before it.
create table gateway.voucher (
  payer text primary key,
  spend_limit numeric(78) not null, -- cumulative, as signed
  signature text not null,
  updated_at timestamptz not null default now()
);

-- Written when the answer has been served. Attribution follows in worker.attribution.
create table gateway.receipt (
  id text primary key, -- 0x + 64
  payer text not null,
  key_id uuid references gateway.api_key,
  model numeric(78) not null, -- registry id
  version integer not null,
  provider numeric(78) not null, -- registry id
  fee numeric(78) not null,
  question text not null, -- the last user message
  answer text not null,
  visibility text not null check (visibility in ('public', 'private')),
  salt text not null, -- 0x + 64; hashes are salted so that private text cannot be guessed from them
  request_hash text not null,
  response_hash text not null,
  provider_signature text,
  prompt_tokens integer not null,
  completion_tokens integer not null,
  first_token_ms integer not null,
  total_ms integer not null,
  served_at bigint not null,
  created_at timestamptz not null default now()
);
create index on gateway.receipt (payer);
create index on gateway.receipt (model);
create index on gateway.receipt (served_at desc);

create schema worker;

-- JSON documents that asset and contribution URIs point at, checked against their CID.
create table worker.document (
  uri text primary key,
  body jsonb not null
);

-- What a revealed contribution holds, after fetching and checking it.
create table worker.content (
  contribution numeric(78) primary key,
  title text not null,
  media_type text not null,
  cid text not null, -- of the text itself
  bytes integer not null,
  words integer not null,
  contained_bps integer not null, -- part of its 8-grams that the ledger held before it; novelty = 10,000 - this
  problem text -- why it must not be accepted; null when nothing is wrong
);

create table worker.attribution (
  receipt text primary key references gateway.receipt,
  method text not null, -- lona-1
  params jsonb not null,
  bits_hash text not null,
  ledger_root text not null,
  ledger_size integer not null, -- `limit`: contributions eligible for this model version
  rows jsonb not null, -- evidence: [start, from, to, contribution id, offset][]
  spans jsonb not null, -- display: [start, end, contribution id][], UTF-16 offsets into the answer
  treasury integer not null, -- of scale 1e9
  coverage_bps integer not null,
  result_hash text not null, -- = attributionHash of the signed receipt
  signature text not null, -- the gateway's, over Receipt
  split jsonb not null, -- bps in force: {provider, owner, contributors, stakers}
  traced_at timestamptz not null default now(),
  trace_us integer not null
);

-- Share of each contribution in an answer, and its part of the owner's payout (parts of one owner add up to its payout exactly).
create table worker.share (
  receipt text not null references gateway.receipt,
  contribution numeric(78) not null,
  payee text not null, -- 0x + 40: the contributor
  share integer not null, -- of scale 1e9
  amount numeric(78) not null,
  primary key (receipt, contribution)
);
create index on worker.share (contribution);
create index on worker.share (payee);

-- Where a fee goes. Sum over a receipt = its fee, exactly.
create table worker.payout (
  receipt text not null references gateway.receipt,
  role text not null check (role in ('contributor', 'owner', 'provider', 'stakers', 'protocol')),
  payee text not null, -- 0x + 64: an address, or a staking target >= 2^160
  amount numeric(78) not null,
  primary key (receipt, role, payee)
);
create index on worker.payout (payee);

-- Which epoch distributes a receipt: set when its fee is collected, before the seal.
create table worker.epoch_receipt (
  receipt text primary key references gateway.receipt,
  epoch bigint not null
);
create index on worker.epoch_receipt (epoch);

-- The public files of a posted epoch.
create table worker.epoch (
  id bigint primary key,
  manifest_cid text not null,
  data_hash text not null,
  receipts_cid text not null,
  shares_cid text not null,
  leaves_cid text not null
);

-- Cumulative leaves, ascending by payee, sentinels included: the tree under the posted root.
create table worker.leaf (
  epoch bigint not null references worker.epoch,
  index integer not null,
  payee text not null, -- 0x + 64
  amount numeric(78) not null,
  primary key (epoch, index)
);
create index on worker.leaf (payee, epoch);
