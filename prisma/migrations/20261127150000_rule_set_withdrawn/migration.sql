-- Who proposed a rule set may take the proposal back before it is approved. It stays, under its number, and counts nowhere.
ALTER TABLE "rule_set" DROP CONSTRAINT "rule_set_status";
ALTER TABLE "rule_set" ADD CONSTRAINT "rule_set_status" CHECK ("status" IN ('proposed','approved','withdrawn'));

CREATE OR REPLACE FUNCTION "refuse_other_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE approval CONSTANT text[] := '{status,approved_by,approved_at}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."status" = 'proposed' AND
     (NEW."status" = 'approved' AND to_jsonb(NEW) - approval = to_jsonb(OLD) - approval
      OR NEW."status" = 'withdrawn' AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
