#pragma once
/// Many pages on one picture: to look over a conference at a glance, or a reveal frame by frame.
#include <vector>

#include "base/image.h"

namespace hall {

/// Thread: one.
class ContactSheet {
public:
    /// Shrinks the picture to its place, so that a sheet of hundreds takes little memory.
    void add(const Image& page);
    std::size_t count() const { return pages_.size(); }
    /// The pages row by row, as many columns as rows or one more. Empty without pages.
    Image picture() const;

private:
    std::vector<Image> pages_;
};

}  // namespace hall
