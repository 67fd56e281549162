#pragma once
/// What XLSX and ODS have in common. Room-private.
#include <cstddef>
#include <string>

#include "feed/archive.h"
#include "feed/sheet.h"

namespace hall {

/// No conference has a sheet that wide; a cell far to the right would only cost memory.
inline constexpr std::size_t most_columns = 256;

/// Gathers cells row by row within the limits: a shared string can be small in the file and huge in its cells.
class SheetFiller {
public:
    explicit SheetFiller(Sheets& sheets) : sheets_(&sheets) {}

    void begin_sheet(std::string name);
    /// Rows come in ascending order.
    void begin_row(std::size_t number, bool hidden);
    void put(std::size_t column, Cell cell);
    /// Set once a limit is broken; what comes then is left out.
    bool full() const { return full_; }
    /// Drops rows that hold nothing; the last call.
    Status finish();

private:
    Sheets* sheets_;
    std::size_t rows_ = 0;
    std::size_t bytes_ = 0;
    bool full_ = false;
};

Result<Sheets> read_xlsx(Archive& archive);
Result<Sheets> read_ods(Archive& archive);

/// A point in a spreadsheet's count of days (from 30 December 1899) as ISO text.
enum class SerialShows { day, clock, both };
std::string serial_text(double serial, SerialShows shows);
/// A number as it is seen: at most `decimals` places where a format says so (negative: it does not).
std::string number_text(double number, int decimals);

}  // namespace hall
