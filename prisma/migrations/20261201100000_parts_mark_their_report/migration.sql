-- A save is judged by what it read without a lock, and written if the row of the submission is still the one that was read. What
-- of its own it is judged by beside that row are the answers, whose writers move the version, and the parts that were handed to
-- others: a change of those writes the row again, so that it shows there too.
CREATE FUNCTION "contribution_marks_submission"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "submission" SET "version" = "version" WHERE "id" = NEW."submission_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "contribution_mark" AFTER INSERT OR UPDATE ON "contribution"
  FOR EACH ROW EXECUTE FUNCTION "contribution_marks_submission"();
