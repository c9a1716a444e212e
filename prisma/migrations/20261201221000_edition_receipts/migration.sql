-- The receipt of a sending as a file: its bytes are where those of attachments are, by their own hash.
ALTER TABLE "edition_sending" ADD COLUMN "file_name" TEXT, ADD COLUMN "media" TEXT, ADD COLUMN "bytes" INTEGER, ADD COLUMN "sha256" TEXT;
ALTER TABLE "edition_sending" ADD CONSTRAINT "edition_sending_file" CHECK (
  num_nulls("file_name", "media", "bytes", "sha256") IN (0, 4) AND "sha256" ~ '^[0-9a-f]{64}$'
);
