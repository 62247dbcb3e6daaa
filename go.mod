module shuzheng

go 1.26
