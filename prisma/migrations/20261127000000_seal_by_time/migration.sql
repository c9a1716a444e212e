CREATE INDEX "seal_at_idx" ON "seal"("at");
