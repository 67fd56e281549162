#pragma once
/// The ways in which a server, a network or a document goes wrong, each with what the operator is told.
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "net/faulty_server.h"

namespace hall::test {

/// Stands in every body that must never be kept or shown.
inline constexpr const char* canary = "CANARY";

/// Answers a request wrongly.
struct Fault {
    std::string name;
    FaultyServer::Script answer;
    std::string says;  ///< part of the English sentence
    friend void PrintTo(const Fault& one, std::ostream* out) { *out << one.name; }
};

/// Wrong answers over HTTP: redirects, statuses, headers, bodies, encodings, speeds.
std::vector<Fault> http_faults();
/// Documents that come whole and are no feed.
std::vector<Fault> document_faults();

/// A faulty document that is shown all the same, as far as it is good.
struct Blemish {
    std::string name;
    std::string document;  ///< its title is "Tốt" once mended
    std::string code;      ///< of the issue; empty where none is due
    friend void PrintTo(const Blemish& one, std::ostream* out) { *out << one.name; }
};
std::vector<Blemish> blemishes();

std::string gzip(const std::string& bytes);

}  // namespace hall::test
