# 把数证写出的表读进 R，带类型、中英文列名和代码的含义。不需要其他程序包。
# Loads the tables that shuzheng wrote into R, with types, labels and the meaning of codes. Needs no package.
#   source("load.R", chdir = TRUE, encoding = "UTF-8")
#   table(coded(figures$status))           # 代码的中文含义；英文：coded(figures$status, "en")
#   attr(figures$OBS_VALUE, "label")       # 列名
# 数值超过 15 位的，完整数位在 value_text。Values of more than 15 digits are whole in value_text.

code_lists <- list()
code_lists$obs_status <- list(code = c("A", "E", "_Z"),
  zh = c("正常值", "估计值", "不适用"),
  en = c("normal value", "estimated value", "not applicable"))
code_lists$comparator <- list(code = c("=", ">=", ">", "<=", "<", "~", "~>", "~<"),
  zh = c("等于", "不低于", "超过", "不超过", "不足", "约", "略超", "接近"),
  en = c("equal to", "at least", "more than", "at most", "less than", "about", "slightly over", "nearly"))
code_lists$measure <- list(code = c("level", "change", "rank", "multiple"),
  zh = c("水平", "变化", "位次", "倍数"),
  en = c("level", "change", "rank", "multiple"))
code_lists$direction <- list(code = c("up", "down"),
  zh = c("上升", "下降"),
  en = c("up", "down"))
code_lists$status <- list(code = c("actual", "target", "estimate", "rule"),
  zh = c("实际", "目标", "预计", "规定"),
  en = c("actual", "target", "estimate", "rule"))
coded <- function(x, lang = "zh") {
  list <- code_lists[[attr(x, "codes")]]
  factor(x, levels = list$code, labels = list[[lang]])
}

load_table <- function(file, columns) {
  x <- read.csv(file, encoding = "UTF-8", na.strings = "", stringsAsFactors = FALSE, check.names = FALSE,
                colClasses = setNames(columns$type, columns$name))
  for (i in seq_along(columns$name)) {
    name <- columns$name[i]
    attr(x[[name]], "label") <- columns$zh[i]
    attr(x[[name]], "label_en") <- columns$en[i]
    if (columns$codes[i] != "") attr(x[[name]], "codes") <- columns$codes[i]
  }
  x
}

# 指标 / Figures
figures <- load_table("load.R.csv", list(
  name = c("doc_id", "figure_id", "INDICATOR", "indicator_name", "OBS_VALUE", "value_high", "value_text", "value_high_text", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS", "OBS_STATUS", "comparator", "measure", "direction", "base", "status", "binding", "TIME_PERIOD", "period", "period_start", "period_end", "period_raw", "REF_AREA", "value_raw", "unit_raw", "mult_raw", "decimals_raw", "section_id", "table_id", "row_index", "col_index", "sentence", "exact", "char_start", "char_end", "line", "page", "part", "sheet_cell", "stored_value", "byte_start", "byte_end", "rule"),
  type = c("character", "character", "character", "character", "numeric", "numeric", "character", "character", "character", "integer", "integer", "character", "character", "character", "character", "character", "character", "character", "character", "character", "Date", "Date", "character", "character", "character", "character", "integer", "integer", "integer", "character", "integer", "integer", "character", "character", "integer", "integer", "integer", "integer", "character", "character", "character", "integer", "integer", "character"),
  codes = c("", "", "", "", "", "", "", "", "", "", "", "obs_status", "comparator", "measure", "direction", "", "status", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""),
  zh = c("文档标识", "数据标识", "标准指标", "指标", "数值", "上限值", "数值（原样）", "上限值（原样）", "单位", "单位乘数", "小数位数", "观测状态", "比较", "类型", "方向", "对比基准", "状态", "约束性", "时期（SDMX）", "时期", "时期起", "时期止", "时期（原文）", "地区", "数字（原文）", "单位（原文）", "乘数（原文）", "精度（原文）", "章节标识", "表格标识", "行号", "列号", "原句", "原文", "字符起", "字符止", "行", "页", "文件部分", "单元格", "存储的数", "字节起", "字节止", "规则"),
  en = c("Document ID", "Figure ID", "Concept", "Indicator", "Value", "Upper end", "Value, exact", "Upper end, exact", "Unit", "Unit multiplier", "Decimals", "Observation status", "Bound", "Measure", "Direction", "Against", "Status", "Binding", "Period (SDMX)", "Period", "Period start", "Period end", "Period as written", "Reference area", "Numeral as written", "Unit as written", "Multiplier as written", "Precision as written", "Section ID", "Table ID", "Row", "Column", "Sentence", "Exact words", "Start", "End", "Line", "Page", "Part", "Sheet cell", "Stored number", "First byte", "Last byte", "Rule")))
