-- Rows or tables of a report that its office hands to a unit below or a person.
CREATE TABLE "contribution" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "anchors" TEXT[],
    "office_id" UUID,
    "person_id" UUID,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'given',
    "note" TEXT NOT NULL DEFAULT '',
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "contribution_submission_id_idx" ON "contribution"("submission_id");
CREATE INDEX "contribution_office_id_idx" ON "contribution"("office_id");
CREATE INDEX "contribution_person_id_idx" ON "contribution"("person_id");

ALTER TABLE "contribution" ADD CONSTRAINT "contribution_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "contribution" ADD CONSTRAINT "contribution_status" CHECK ("status" IN ('given','done','taken-back'));
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_to" CHECK (num_nonnulls("office_id", "person_id") = 1);
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_anchors" CHECK (cardinality("anchors") > 0);

-- Who had what, and when, stays known.
REVOKE DELETE ON "contribution" FROM sepakat_app;
