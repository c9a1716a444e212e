-- What failed is tried last, after a pause that grows; what a server may have taken without an answer is not sent again.
ALTER TABLE "notice" ADD COLUMN "mail_tries" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "mail_next" TIMESTAMPTZ(6);
ALTER TABLE "notice" DROP CONSTRAINT "notice_mail";
ALTER TABLE "notice" ADD CONSTRAINT "notice_mail" CHECK ("mail" IN ('none', 'waiting', 'sent', 'refused', 'unknown', 'stale'));
DROP INDEX "notice_waiting";
CREATE INDEX "notice_waiting" ON "notice"("mail_tries", "id") WHERE "mail" = 'waiting';
