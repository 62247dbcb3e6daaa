* 把数证写出的表读进 Stata（14 以上），带类型、中英文变量标签和值标签。
* Loads the tables that shuzheng wrote into Stata (14 or later), with types, variable labels and value labels.
*   cd 到本文件所在的文件夹，然后 do `"load.do"'
*   label language en 换成英文标签 (English labels); label language zh 换回中文
* 数值超过 15 位的，完整数位在 value_text。Values of more than 15 digits are whole in value_text.
version 14

* 指标 / Figures
import delimited using `"load.do.csv"', clear varnames(1) case(preserve) encoding("UTF-8") bindquotes(strict) maxquotedrows(unlimited) stringcols(_all)
destring OBS_VALUE, replace
destring value_high, replace
destring UNIT_MULT, replace
destring DECIMALS, replace
label define obs_status_code 1 `"A"' 2 `"E"' 3 `"_Z"', replace
encode OBS_STATUS, generate(__new) label(obs_status_code)
order __new, after(OBS_STATUS)
drop OBS_STATUS
rename __new OBS_STATUS
label define obs_status_zh 1 `"正常值"' 2 `"估计值"' 3 `"不适用"', replace
label define obs_status_en 1 `"normal value"' 2 `"estimated value"' 3 `"not applicable"', replace
label define comparator_code 1 `"="' 2 `">="' 3 `">"' 4 `"<="' 5 `"<"' 6 `"~"' 7 `"~>"' 8 `"~<"', replace
encode comparator, generate(__new) label(comparator_code)
order __new, after(comparator)
drop comparator
rename __new comparator
label define comparator_zh 1 `"等于"' 2 `"不低于"' 3 `"超过"' 4 `"不超过"' 5 `"不足"' 6 `"约"' 7 `"略超"' 8 `"接近"', replace
label define comparator_en 1 `"equal to"' 2 `"at least"' 3 `"more than"' 4 `"at most"' 5 `"less than"' 6 `"about"' 7 `"slightly over"' 8 `"nearly"', replace
label define measure_code 1 `"level"' 2 `"change"' 3 `"rank"' 4 `"multiple"', replace
encode measure, generate(__new) label(measure_code)
order __new, after(measure)
drop measure
rename __new measure
label define measure_zh 1 `"水平"' 2 `"变化"' 3 `"位次"' 4 `"倍数"', replace
label define measure_en 1 `"level"' 2 `"change"' 3 `"rank"' 4 `"multiple"', replace
label define direction_code 1 `"up"' 2 `"down"', replace
encode direction, generate(__new) label(direction_code)
order __new, after(direction)
drop direction
rename __new direction
label define direction_zh 1 `"上升"' 2 `"下降"', replace
label define direction_en 1 `"up"' 2 `"down"', replace
label define status_code 1 `"actual"' 2 `"target"' 3 `"estimate"' 4 `"rule"', replace
encode status, generate(__new) label(status_code)
order __new, after(status)
drop status
rename __new status
label define status_zh 1 `"实际"' 2 `"目标"' 3 `"预计"' 4 `"规定"', replace
label define status_en 1 `"actual"' 2 `"target"' 3 `"estimate"' 4 `"rule"', replace
generate long __new = date(period_start, "YMD")
order __new, after(period_start)
drop period_start
rename __new period_start
format period_start %td
generate long __new = date(period_end, "YMD")
order __new, after(period_end)
drop period_end
rename __new period_end
format period_end %td
destring mult_raw, replace
destring decimals_raw, replace
destring section_id, replace
destring row_index, replace
destring col_index, replace
destring char_start, replace
destring char_end, replace
destring line, replace
destring page, replace
destring byte_start, replace
destring byte_end, replace
label language zh, rename
label variable doc_id `"文档标识"'
label variable figure_id `"数据标识"'
label variable INDICATOR `"标准指标"'
label variable indicator_name `"指标"'
label variable OBS_VALUE `"数值"'
label variable value_high `"上限值"'
label variable value_text `"数值（原样）"'
label variable value_high_text `"上限值（原样）"'
label variable UNIT_MEASURE `"单位"'
label variable UNIT_MULT `"单位乘数"'
label variable DECIMALS `"小数位数"'
label variable OBS_STATUS `"观测状态"'
label values OBS_STATUS obs_status_zh
label variable comparator `"比较"'
label values comparator comparator_zh
label variable measure `"类型"'
label values measure measure_zh
label variable direction `"方向"'
label values direction direction_zh
label variable base `"对比基准"'
label variable status `"状态"'
label values status status_zh
label variable binding `"约束性"'
label variable TIME_PERIOD `"时期（SDMX）"'
label variable period `"时期"'
label variable period_start `"时期起"'
label variable period_end `"时期止"'
label variable period_raw `"时期（原文）"'
label variable REF_AREA `"地区"'
label variable value_raw `"数字（原文）"'
label variable unit_raw `"单位（原文）"'
label variable mult_raw `"乘数（原文）"'
label variable decimals_raw `"精度（原文）"'
label variable section_id `"章节标识"'
label variable table_id `"表格标识"'
label variable row_index `"行号"'
label variable col_index `"列号"'
label variable sentence `"原句"'
label variable exact `"原文"'
label variable char_start `"字符起"'
label variable char_end `"字符止"'
label variable line `"行"'
label variable page `"页"'
label variable part `"文件部分"'
label variable sheet_cell `"单元格"'
label variable stored_value `"存储的数"'
label variable byte_start `"字节起"'
label variable byte_end `"字节止"'
label variable rule `"规则"'
label language en, new
label variable doc_id `"Document ID"'
label variable figure_id `"Figure ID"'
label variable INDICATOR `"Concept"'
label variable indicator_name `"Indicator"'
label variable OBS_VALUE `"Value"'
label variable value_high `"Upper end"'
label variable value_text `"Value, exact"'
label variable value_high_text `"Upper end, exact"'
label variable UNIT_MEASURE `"Unit"'
label variable UNIT_MULT `"Unit multiplier"'
label variable DECIMALS `"Decimals"'
label variable OBS_STATUS `"Observation status"'
label values OBS_STATUS obs_status_en
label variable comparator `"Bound"'
label values comparator comparator_en
label variable measure `"Measure"'
label values measure measure_en
label variable direction `"Direction"'
label values direction direction_en
label variable base `"Against"'
label variable status `"Status"'
label values status status_en
label variable binding `"Binding"'
label variable TIME_PERIOD `"Period (SDMX)"'
label variable period `"Period"'
label variable period_start `"Period start"'
label variable period_end `"Period end"'
label variable period_raw `"Period as written"'
label variable REF_AREA `"Reference area"'
label variable value_raw `"Numeral as written"'
label variable unit_raw `"Unit as written"'
label variable mult_raw `"Multiplier as written"'
label variable decimals_raw `"Precision as written"'
label variable section_id `"Section ID"'
label variable table_id `"Table ID"'
label variable row_index `"Row"'
label variable col_index `"Column"'
label variable sentence `"Sentence"'
label variable exact `"Exact words"'
label variable char_start `"Start"'
label variable char_end `"End"'
label variable line `"Line"'
label variable page `"Page"'
label variable part `"Part"'
label variable sheet_cell `"Sheet cell"'
label variable stored_value `"Stored number"'
label variable byte_start `"First byte"'
label variable byte_end `"Last byte"'
label variable rule `"Rule"'
label language zh
compress
save `"figures.dta"', replace
