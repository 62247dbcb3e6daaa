package read

import (
	_ "embed"

	"shuzheng/policy"
)

//go:embed words.tsv
var wordsTSV string

// wordClasses are the words of words.tsv by their class.
var wordClasses = policy.WordClasses("words.tsv", wordsTSV)
