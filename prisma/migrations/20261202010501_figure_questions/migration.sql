-- What somebody outside an office asks about a figure of its report, and what the office answers.
CREATE TABLE "figure_question" (
  "id" UUID NOT NULL,
  "submission_id" UUID NOT NULL,
  "revision" INTEGER NOT NULL,
  "code" TEXT NOT NULL,
  "row" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'asked',
  "by" TEXT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "answers" JSONB NOT NULL DEFAULT '[]',

  CONSTRAINT "figure_question_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "figure_question_status" CHECK ("status" IN ('asked', 'answered', 'closed'))
);
CREATE INDEX "figure_question_submission_id_status_idx" ON "figure_question"("submission_id", "status");
ALTER TABLE "figure_question" ADD CONSTRAINT "figure_question_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A question is answered and closed, and never goes.
REVOKE DELETE ON "figure_question" FROM sepakat_app;
