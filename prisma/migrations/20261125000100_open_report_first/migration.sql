-- Of several reports of one obligation (a Perubahan, or the one before it reopened) the open one is what its office has to do;
-- where none is open, the newest counts.
CREATE FUNCTION "report_of"(office uuid, form text, period text) RETURNS TABLE ("id" uuid, "status" text) LANGUAGE sql STABLE AS $$
  SELECT s."id", s."status" FROM "submission" s
  WHERE s."office_id" = $1 AND s."form" = $2 AND s."period" = $3
  ORDER BY (s."status" <> 'approved') DESC, s."number" DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION "submission_to_obligation"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "obligation" o SET "status" = r."status", "submission_id" = r."id"
  FROM report_of(NEW."office_id", NEW."form", NEW."period") r
  WHERE o."office_id" = NEW."office_id" AND o."form" = NEW."form" AND o."period" = NEW."period";
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "obligation_from_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  SELECT * INTO r FROM report_of(NEW."office_id", NEW."form", NEW."period");
  IF FOUND THEN NEW."status" := r."status"; NEW."submission_id" := r."id"; END IF;
  RETURN NEW;
END $$;
