-- Who signed: the payer itself, or a session key of its, which may expire or be revoked. Null where its contract accepted the signature (ERC-1271), and
-- of before: then who signed is asked again.
alter table gateway.voucher add column signer text;
-- Who asked for the key.
alter table gateway.api_key add column signer text;
