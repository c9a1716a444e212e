-- The history of a cell is found among the changes of its submission, whose numbers are an index; no statement asks for the files of a
-- person by time since a row counts those of a day. Each change and each file was entered in these for nothing.
-- DropIndex
DROP INDEX "answer_change_submission_id_table_id_row_id_field_idx";

-- DropIndex
DROP INDEX "attachment_by_at_idx";
