-- What a validator signed stays usable on the chain for good, so no signature takes another's place: replaying an old, published one would undo a
-- newer one here.
alter table gateway.case_vote drop constraint case_vote_pkey;
alter table gateway.case_vote add primary key (case_id, validator, guilty, recomputed_root, slash_bps);

alter table gateway.review_vote drop constraint review_vote_pkey;
alter table gateway.review_vote add primary key (contribution, validator, accept, score, reason_hash);
