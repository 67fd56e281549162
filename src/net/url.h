#pragma once
/// Web addresses a feed may be fetched from: http and https only, never with a user or password in them.
#include <string>
#include <string_view>

#include "base/result.h"

namespace hall {

class Url {
public:
    /// Normalised by curl's own parser. The errors name the address without user and query. Thread: any.
    static Result<Url> parse(std::string_view text);
    /// A reference as it stands in a document fetched from here; https never leads down to http.
    Result<Url> resolve(std::string_view reference) const;

    const std::string& text() const { return text_; }
    /// Without user, query and fragment: fit for logs and the operator.
    const std::string& display() const { return display_; }
    const std::string& host() const { return host_; }
    /// Scheme, host and port: whom a secret is meant for.
    std::string origin() const;
    bool secure() const { return secure_; }
    /// What stands in the text, or the scheme's own.
    int port() const { return port_; }

private:
    Url() = default;

    std::string text_;
    std::string display_;
    std::string host_;
    bool secure_ = false;
    int port_ = 0;
};

/// True where `feed` is meant as a web address ("https://...") rather than a local path.
bool looks_like_url(std::string_view feed);

}  // namespace hall
