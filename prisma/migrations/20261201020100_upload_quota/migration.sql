-- Files on their way are counted before they are judged, and what a person attaches in a day is (decision 0056).
-- CreateTable
CREATE TABLE "upload" (
    "name" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "bytes" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "upload_person_id_idx" ON "upload"("person_id");

-- CreateIndex
CREATE INDEX "upload_submission_id_idx" ON "upload"("submission_id");

-- CreateIndex
CREATE INDEX "attachment_by_at_idx" ON "attachment"("by", "at");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "upload" ADD CONSTRAINT "upload_bytes" CHECK ("bytes" >= 0);
