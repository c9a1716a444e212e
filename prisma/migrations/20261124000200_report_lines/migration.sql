-- Lists stay flat as the tables grow: an obligation carries the state of its submission, and each way a list is driven
-- (everything, by status, by office and status, by year and status) has an index in the order of the list: by due date, then id.

-- AlterTable
ALTER TABLE "obligation" ADD COLUMN "status" TEXT NOT NULL DEFAULT 'not-begun';
ALTER TABLE "obligation" ADD COLUMN "submission_id" UUID;

ALTER TABLE "obligation" ADD CONSTRAINT "obligation_status" CHECK ("status" IN ('not-begun','draft','signing','submitted','in-review','second-review','returned','approved'));

-- ── The state of the newest submission stands on its obligation ────────────────────────────────────────────────────
CREATE FUNCTION "submission_to_obligation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "obligation" o SET "status" = NEW."status", "submission_id" = NEW."id"
  WHERE o."office_id" = NEW."office_id" AND o."form" = NEW."form" AND o."period" = NEW."period"
    AND NOT EXISTS (SELECT 1 FROM "submission" s WHERE s."office_id" = NEW."office_id" AND s."form" = NEW."form"
                    AND s."period" = NEW."period" AND s."number" > NEW."number");
  RETURN NULL;
END $$;
CREATE TRIGGER "submission_state" AFTER INSERT OR UPDATE OF "status" ON "submission"
  FOR EACH ROW EXECUTE FUNCTION "submission_to_obligation"();

CREATE FUNCTION "obligation_from_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE newest record;
BEGIN
  SELECT s."id", s."status" INTO newest FROM "submission" s
  WHERE s."office_id" = NEW."office_id" AND s."form" = NEW."form" AND s."period" = NEW."period"
  ORDER BY s."number" DESC LIMIT 1;
  IF FOUND THEN NEW."status" := newest."status"; NEW."submission_id" := newest."id"; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "obligation_state" BEFORE INSERT ON "obligation"
  FOR EACH ROW EXECUTE FUNCTION "obligation_from_submission"();

UPDATE "obligation" o SET "status" = s."status", "submission_id" = s."id"
FROM (SELECT DISTINCT ON ("office_id", "form", "period") "office_id", "form", "period", "id", "status" FROM "submission"
      ORDER BY "office_id", "form", "period", "number" DESC) s
WHERE s."office_id" = o."office_id" AND s."form" = o."form" AND s."period" = o."period";

-- ── Indexes in the order of the lists; practice is never mixed in ──────────────────────────────────────────────────
DROP INDEX "obligation_due_at_id_idx";
DROP INDEX "submission_status_due_at_id_idx";
DROP INDEX "submission_due_at_id_idx";
DROP INDEX "submission_office_id_due_at_id_idx";
DROP INDEX "submission_report_type_due_at_id_idx";

CREATE INDEX "obligation_line" ON "obligation" ("practice", COALESCE("extended_to", "due_at"), "id");
CREATE INDEX "obligation_line_status" ON "obligation" ("practice", "status", COALESCE("extended_to", "due_at"), "id");
CREATE INDEX "obligation_line_office" ON "obligation" ("office_id", "practice", "status", COALESCE("extended_to", "due_at"), "id");
CREATE INDEX "obligation_line_year" ON "obligation" ("practice", left("period", 4), "status", COALESCE("extended_to", "due_at"), "id");
CREATE INDEX "submission_line" ON "submission" ("practice", COALESCE("due_at", 'infinity'), "id");
CREATE INDEX "submission_line_status" ON "submission" ("practice", "status", COALESCE("due_at", 'infinity'), "id");
CREATE INDEX "submission_line_office" ON "submission" ("office_id", "practice", "status", COALESCE("due_at", 'infinity'), "id");
CREATE INDEX "submission_line_year" ON "submission" ("practice", left("period", 4), "status", COALESCE("due_at", 'infinity'), "id");
CREATE INDEX "submission_claimed" ON "submission" ("claimed_by") WHERE "claimed_by" IS NOT NULL;

-- CreateIndex
CREATE INDEX "submission_form_period_idx" ON "submission"("form", "period");
