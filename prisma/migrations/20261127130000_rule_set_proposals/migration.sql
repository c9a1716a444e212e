-- A rule set is proposed with its reason and approved by another person; it is never changed otherwise, and never goes.
ALTER TABLE "rule_set" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION "refuse_other_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approval CONSTANT text[] := '{status,approved_by,approved_at}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."status" = 'proposed' AND NEW."status" = 'approved'
     AND to_jsonb(NEW) - approval = to_jsonb(OLD) - approval THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "rule_set_append_only" BEFORE UPDATE OR DELETE ON "rule_set"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_rules"();
CREATE TRIGGER "rule_set_no_truncate" BEFORE TRUNCATE ON "rule_set"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewrite"();
REVOKE DELETE ON "rule_set" FROM sepakat_app;
