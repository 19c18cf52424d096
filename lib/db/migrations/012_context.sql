-- Passages that the gateway put into the prompt, as [contribution id, offset, words][]; null for models that are given none.
alter table gateway.receipt add column passages jsonb;
-- Part of the answer's mass that was not traced word for word, in basis points; null where only words are traced.
alter table worker.attribution add column residual_bps integer;
-- A contribution can earn by what an answer repeats (exact) and by what its passages in the prompt explain (context): two rows, never one sum.
alter table worker.share add column channel text not null default 'exact' check (channel in ('exact', 'context'));
alter table worker.share drop constraint share_pkey;
alter table worker.share add primary key (receipt, contribution, channel);
