-- Who asked may take it back.
ALTER TABLE "reopen_request" DROP CONSTRAINT "reopen_request_status";
ALTER TABLE "reopen_request" ADD CONSTRAINT "reopen_request_status" CHECK ("status" IN ('open','granted','declined','withdrawn'));
