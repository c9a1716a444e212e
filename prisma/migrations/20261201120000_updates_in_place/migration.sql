-- What is written again and again is written in its place, without an entry in each index (decision 0086). Quick on tables of any size:
-- an index is dropped, and pages that are filled from now on keep room for the next version of their rows.
DROP INDEX "event_head_unsealed";
ALTER TABLE "event_head" SET (fillfactor = 80);
ALTER TABLE "obligation" SET (fillfactor = 80);
ALTER TABLE "submission" SET (fillfactor = 80);
ALTER TABLE "report_line" SET (fillfactor = 80);
ALTER TABLE "answer_row" SET (fillfactor = 90);
