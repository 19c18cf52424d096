-- What validators have signed about a case; once two thirds of their stake have signed the same, anybody can have it ruled.
create table gateway.case_vote (
  case_id numeric not null,
  validator numeric not null,
  -- {guilty, recomputedRoot, slashBps}
  verdict jsonb not null,
  signature text not null,
  at timestamptz not null default now(),
  primary key (case_id, validator)
);
-- The text behind a case's evidence hash (keccak-256): where it is in the store.
create table gateway.evidence (
  hash text primary key,
  cid text not null,
  at timestamptz not null default now()
);
