-- A new plan is for what is begun from then on: the targets of a report stand by the year of the plan, and keep their years.
ALTER TABLE "submission" ADD COLUMN "plan" JSONB;
UPDATE "submission" SET "plan" = (SELECT "value" FROM "setting" WHERE "key" = 'plan');
