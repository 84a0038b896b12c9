# Reads what lede-extract writes. Base R is enough for tables; records need jsonlite.
#   lede-extract --tsv -o tables/ news/ && Rscript lede.R tables/

# A table of `lede-extract --tsv`: no quoting, empty cells are NA.
lede_table <- function(folder, name)
    read.delim(file.path(folder, paste0(name, ".tsv")), quote = "", na.strings = "",
               encoding = "UTF-8", comment.char = "")

# The records of a file, a list each; offsets count code points, as substring() does.
lede_records <- function(file)
    lapply(readLines(file, encoding = "UTF-8"), jsonlite::fromJSON, simplifyVector = FALSE)

folder <- commandArgs(trailingOnly = TRUE)[1]
quotes <- lede_table(folder, "quotes")
quotes$words <- lengths(strsplit(quotes$text, "[[:space:]]+"))
spoken <- aggregate(words ~ speaker, quotes[quotes$speaker_kind %in% "name", ], sum)
print(head(spoken[order(-spoken$words, spoken$speaker), ], 10), row.names = FALSE)

# Which kinds of law each article cites.
citations <- lede_table(folder, "citations")
print(table(citations$article, citations$kind))
