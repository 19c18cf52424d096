-- Where the public evidence of a case is: the chain holds its keccak256 only, the store names it by its CID.
create table gateway.evidence (
  hash text primary key, -- 0x + 64, keccak256 of the bytes
  cid text not null,
  at timestamptz not null default now()
);
