-- Values from before the system: one submission of an office, form and period with the number 0, beside whatever the office files
-- itself. It is nobody's answer to an obligation.
ALTER TABLE "submission" DROP CONSTRAINT "submission_number";
ALTER TABLE "submission" ADD CONSTRAINT "submission_number" CHECK (
  CASE "origin" WHEN 'archive' THEN "number" = 0 AND "status" = 'approved' ELSE "number" >= 1 END);

CREATE OR REPLACE FUNCTION "report_of"(office uuid, form text, period text) RETURNS TABLE ("id" uuid, "status" text) LANGUAGE sql STABLE AS $$
  SELECT s."id", s."status" FROM "submission" s
  WHERE s."office_id" = $1 AND s."form" = $2 AND s."period" = $3 AND s."origin" = 'filed'
  ORDER BY (s."status" <> 'approved') DESC, s."number" DESC LIMIT 1
$$;
