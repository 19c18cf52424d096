-- Trainings of classifiers. `gateway.training` is what somebody asked for, `worker.training` what came of it: also of those that nobody
-- asked for, when a published model is trained again to see that its weights are what they should be.
create table gateway.training (
  id text primary key, -- keccak256 over ledger root and spec: the same training is never run twice
  datanets numeric(78)[] not null,
  spec text not null, -- JSON; its labels' order counts, so it is no jsonb
  created_at timestamptz not null default now()
);

create table worker.training (
  id text primary key,
  ledger_root text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  stage text not null, -- what is being done
  weights_cid text,
  weights_keccak text,
  weights_bytes integer,
  evaluation jsonb, -- {labels, confusion}
  problem text, -- why it failed
  updated_at timestamptz not null default now()
);

-- Attribution by influence reads trained weights, not the bits table.
alter table worker.attribution alter column bits_hash drop not null;
-- {weights: keccak256, scores: [{label, score}], effects: [[contribution, effect]]}, in 1/1,000,000,000; null for other methods.
alter table worker.attribution add column influence jsonb;
