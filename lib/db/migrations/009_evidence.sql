-- The public text behind a case's evidence hash (keccak-256): where it is in the store.
create table gateway.evidence (
  hash text primary key,
  cid text not null,
  at timestamptz not null default now()
);
