CREATE INDEX figures_of_concept ON figures (INDICATOR, REF_AREA, period);
CREATE INDEX figures_of_name ON figures (indicator_name);
CREATE INDEX platforms_of_name ON platforms (name);
CREATE INDEX tasks_of_organ ON task_organs (organ);
CREATE INDEX citations_of_number ON citations (doc_number);

-- 全文检索：三个字以上用 search，两个字用 search_pairs。
-- Full-text search: search for three characters and more, search_pairs for two.
CREATE VIRTUAL TABLE search USING fts5(doc_id UNINDEXED, section_id UNINDEXED, heading, text, content='sections', content_rowid='rowid', tokenize='trigram');
INSERT INTO search (search) VALUES ('rebuild');
INSERT INTO search_pairs (search_pairs) VALUES ('optimize');

-- 面板：同一标准指标在同一地区、同一时期的数值。来源不一致的为空，范围见 _min 和 _max。
-- Panel: each concept by area and period. Where sources differ there is no value, only _min and _max.
CREATE VIEW panel AS
SELECT INDICATOR, name_zh, name_en, REF_AREA, period, TIME_PERIOD, measure, base, UNIT_MEASURE,
  CASE WHEN actual_min = actual_max THEN actual_min END AS actual, actual_min, actual_max, n_actual,
  CASE WHEN target_min = target_max THEN target_min END AS target, target_min, target_max, n_target,
  CASE WHEN estimate_min = estimate_max THEN estimate_min END AS estimate, estimate_min, estimate_max, n_estimate
FROM (
  SELECT f.INDICATOR, c.name_zh, c.name_en, f.REF_AREA, f.period, f.TIME_PERIOD, f.measure, f.base, f.UNIT_MEASURE,
    min(CASE WHEN f.status = 'actual' THEN f.OBS_VALUE END) AS actual_min,
    max(CASE WHEN f.status = 'actual' THEN f.OBS_VALUE END) AS actual_max,
    sum(f.status = 'actual') AS n_actual,
    min(CASE WHEN f.status = 'target' THEN f.OBS_VALUE END) AS target_min,
    max(CASE WHEN f.status = 'target' THEN f.OBS_VALUE END) AS target_max,
    sum(f.status = 'target') AS n_target,
    min(CASE WHEN f.status = 'estimate' THEN f.OBS_VALUE END) AS estimate_min,
    max(CASE WHEN f.status = 'estimate' THEN f.OBS_VALUE END) AS estimate_max,
    sum(f.status = 'estimate') AS n_estimate
  FROM figures f JOIN concepts c USING (INDICATOR)
  WHERE f.period IS NOT NULL AND f.period NOT LIKE '%X%' AND f.OBS_VALUE IS NOT NULL AND f.status <> 'rule'
  GROUP BY f.INDICATOR, f.REF_AREA, f.period, f.TIME_PERIOD, f.measure, f.base, f.UNIT_MEASURE
);
COMMIT;
