-- A figure of a revision may stand beside the one it was approved with, computed from the same frozen answers by the rule set
-- that counts for its year now. What was tried for a revision is kept once: its figures, or that it no longer recomputes.
ALTER TABLE "figure" DROP CONSTRAINT "figure_pkey",
  ADD CONSTRAINT "figure_pkey" PRIMARY KEY ("submission_id", "n", "code", "row", "rule_set");

-- CreateTable
CREATE TABLE "recomputation" (
    "submission_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "rule_set" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "sha256" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "recomputation_pkey" PRIMARY KEY ("submission_id","n","rule_set")
);

-- CreateIndex
CREATE INDEX "recomputation_rule_set_idx" ON "recomputation"("rule_set");

-- AddForeignKey
ALTER TABLE "recomputation" ADD CONSTRAINT "recomputation_submission_id_n_fkey" FOREIGN KEY ("submission_id", "n") REFERENCES "revision"("submission_id", "n") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recomputation" ADD CONSTRAINT "recomputation_rule_set_fkey" FOREIGN KEY ("rule_set") REFERENCES "rule_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "recomputation" ADD CONSTRAINT "recomputation_outcome" CHECK ("outcome" IN ('computed', 'unlike'));
ALTER TABLE "recomputation" ADD CONSTRAINT "recomputation_sha256" CHECK (("outcome" = 'computed') = ("sha256" IS NOT NULL));
CREATE TRIGGER "recomputation_append_only" BEFORE UPDATE OR DELETE ON "recomputation"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER "recomputation_no_truncate" BEFORE TRUNCATE ON "recomputation"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
REVOKE UPDATE, DELETE ON "recomputation" FROM sepakat_app;

-- Which approved rule set counts in which years: the newest of that year or before; a year before them all takes the first.
CREATE VIEW "counting_rule_set" AS
  SELECT "id", CASE WHEN lag("year") OVER by_year IS NULL THEN 0 ELSE "year" END AS "from_year",
         COALESCE(lead("year") OVER by_year, 10000) AS "before_year"
  FROM (SELECT DISTINCT ON ("year") "id", "year" FROM "rule_set" WHERE "status" = 'approved' ORDER BY "year", "version" DESC) newest
  WINDOW by_year AS (ORDER BY "year");
REVOKE INSERT, UPDATE, DELETE ON "counting_rule_set" FROM sepakat_app;
