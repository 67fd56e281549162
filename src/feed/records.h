#pragma once
/// How many records a document holds. Room-private.
#include <simdjson.h>

#include <cstddef>

namespace hall {

/// Objects in lists, at any depth. Recursion is bounded: the parser has refused deeper documents.
std::size_t count_records(simdjson::dom::element json);

}  // namespace hall
