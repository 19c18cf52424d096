-- Who asks is shown by a signature of its own (Access), so whether a voucher was drawn on since it came no longer matters.
alter table gateway.voucher drop column drawn;
