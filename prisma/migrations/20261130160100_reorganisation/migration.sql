-- CreateTable
CREATE TABLE "reorganisation" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "successors" UUID[],
    "date" DATE NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'planned',
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(6),

    CONSTRAINT "reorganisation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reorganisation_office_id_idx" ON "reorganisation"("office_id");

-- AddForeignKey
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_status" CHECK ("status" IN ('planned','done','withdrawn'));
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_successors" CHECK (cardinality("successors") >= 1);
ALTER TABLE "reorganisation" ADD CONSTRAINT "reorganisation_choices" CHECK (jsonb_typeof("choices") = 'object');
-- An office is planned to be merged or split once at a time.
CREATE UNIQUE INDEX "reorganisation_one_planned" ON "reorganisation" ("office_id") WHERE "status" = 'planned';
