-- A signed PDF is a file of the edition beside the one that was signed; one is signed once.
ALTER TABLE "edition_file" ADD COLUMN "signs" UUID, ADD COLUMN "signed_with" TEXT;
CREATE UNIQUE INDEX "edition_file_signs_key" ON "edition_file"("signs");
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_signs_fkey" FOREIGN KEY ("signs") REFERENCES "edition_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_signed_with" CHECK ("signed_with" IN ('own','bsre'));
-- Bytes that are kept by their own hash are those that cannot be made again.
ALTER TABLE "edition_file" ADD CONSTRAINT "edition_file_signed" CHECK (
  ("signs" IS NULL) = ("signed_with" IS NULL)
  AND ("signs" IS NULL OR ("format" = 'pdf' AND "status" = 'done' AND NOT "draft" AND "address" ~ '^[0-9a-f]{64}$'))
);
