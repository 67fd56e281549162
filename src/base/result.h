#pragma once
/// Either a value or the reason there is none. The world's faults travel as values; no exception leaves a room.
#include <cassert>
#include <utility>
#include <variant>

#include "base/sentence.h"

namespace hall {

struct Error {
    Sentence sentence;  ///< what went wrong, where, and what to do
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return std::get<0>(held_); }
    const T& value() const& { return std::get<0>(held_); }
    T&& value() && { return std::get<0>(std::move(held_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(held_); }

private:
    std::variant<T, Error> held_;
};

/// The value of a Result that carries none.
struct Done {};
using Status = Result<Done>;

inline Error fault(std::string vi, std::string en) { return Error{{std::move(vi), std::move(en)}}; }

}  // namespace hall
