-- A report and its obligation name one deadline, by which both judge whether it is late (decision 0048). What was extended after
-- its approval has the extension; what was approved before its period's deadline moved keeps the one that stood.
UPDATE "submission" s SET "due_at" = b."extended_to" FROM "obligation" b
WHERE b."id" = s."id" AND s."origin" = 'filed' AND b."extended_to" IS NOT NULL AND s."due_at" IS DISTINCT FROM b."extended_to";

UPDATE "obligation" b SET "due_at" = s."due_at" FROM "submission" s
WHERE s."id" = b."id" AND s."origin" = 'filed' AND b."extended_to" IS NULL AND s."due_at" IS NOT NULL AND s."due_at" <> b."due_at";
