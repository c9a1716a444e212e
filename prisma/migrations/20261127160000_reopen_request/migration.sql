-- An office asks for a report to be opened again, with what it would change.
CREATE TABLE "reopen_request" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "answered_by" TEXT,
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "reopen_request_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "reopen_request_submission_id_idx" ON "reopen_request"("submission_id");

ALTER TABLE "reopen_request" ADD CONSTRAINT "reopen_request_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reopen_request" ADD CONSTRAINT "reopen_request_status" CHECK ("status" IN ('open','granted','declined'));
ALTER TABLE "reopen_request" ADD CONSTRAINT "reopen_request_answered" CHECK (("status" = 'open') = ("answered_at" IS NULL));

-- Who asked has one that waits for each report; and what waits is few among all that ever did.
CREATE UNIQUE INDEX "reopen_request_waiting" ON "reopen_request"("submission_id", "by") WHERE "status" = 'open';
CREATE INDEX "reopen_request_open" ON "reopen_request"("at") WHERE "status" = 'open';

-- What was asked, and answered, stays known.
REVOKE DELETE ON "reopen_request" FROM sepakat_app;
