-- What was handed to others, as JSON, oldest first. In a function, so that a statement prepares for it only where there is any: the
-- names of units and persons are seven nodes of a plan, in every statement that reads a submission.
CREATE FUNCTION "contributions_of"(of_submission uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT json_agg(json_build_object('id', c.id, 'anchors', c.anchors, 'office', c.office_id, 'person', c.person_id,
    'officePath', (SELECT u.path FROM office u WHERE u.id = c.office_id),
    'name', COALESCE((SELECT p.name FROM person p WHERE p.id = c.person_id),
      (SELECT w.name FROM office_span w WHERE w.office_id = c.office_id
       ORDER BY (w."from" <= (SELECT region_day(now()))) DESC, w."from" DESC LIMIT 1)),
    'dueAt', c.due_at, 'status', c.status, 'note', c.note, 'by', c.by, 'at', c.at, 'statusAt', c.status_at) ORDER BY c.id)
  FROM contribution c WHERE c.submission_id = of_submission);
END $$;
