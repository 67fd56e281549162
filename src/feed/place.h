#pragma once
/// Where a value stands in the document, as a chain of stack-held links: a pointer is only spelt when it is needed.
#include <cstddef>
#include <string>
#include <string_view>

namespace hall {

/// A DocumentPlace refers to its parent, which must outlive it.
class DocumentPlace {
public:
    DocumentPlace() = default;  ///< the document itself
    DocumentPlace(const DocumentPlace& parent, std::string_view key) : parent_(&parent), key_(key) {}
    DocumentPlace(const DocumentPlace& parent, std::size_t index) : parent_(&parent), index_(index), in_array_(true) {}

    /// RFC 6901, "/awards/0/name"; "" for the document.
    std::string pointer() const;
    /// The position in the array, for what has one.
    std::size_t index() const { return index_; }

private:
    const DocumentPlace* parent_ = nullptr;
    std::string_view key_;
    std::size_t index_ = 0;
    bool in_array_ = false;
};

}  // namespace hall
