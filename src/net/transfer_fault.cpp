#include "net/transfer_fault.h"

#include <curl/curl.h>
#include <fmt/format.h>

namespace hall {
namespace {

// OpenSSL's X509_V_ERR_*, kept here so that the room needs no second TLS header.
constexpr long not_yet_valid = 9;
constexpr long expired = 10;

Error certificate_fault(const TransferFailure& failure, const Url& url) {
    if (failure.certificate == not_yet_valid)
        return fault(fmt::format("Chứng thư của {} chưa đến ngày hiệu lực: có thể đồng hồ của máy này chạy sai, hãy "
                                 "chỉnh lại ngày giờ.",
                                 url.host()),
                     fmt::format("The certificate of {} is not yet valid: this machine's clock is probably wrong, set "
                                 "its date and time.",
                                 url.host()));
    if (failure.certificate == expired)
        return fault(fmt::format("Chứng thư của {} đã hết hạn: hãy báo đơn vị quản trị máy chủ, hoặc kiểm tra đồng hồ "
                                 "của máy này.",
                                 url.host()),
                     fmt::format("The certificate of {} has expired: tell those who run the server, or check this "
                                 "machine's clock.",
                                 url.host()));
    return fault(fmt::format("Không tin được chứng thư của {} (tự ký, sai tên hoặc không rõ nơi cấp): hãy kiểm tra địa "
                             "chỉ, hoặc khai báo chứng thư gốc trong cấu hình.",
                             url.host()),
                 fmt::format("The certificate of {} cannot be trusted (self-signed, for another name, or of an unknown "
                             "issuer): check the address, or name the root certificate in the configuration.",
                             url.host()));
}

}  // namespace

Error transfer_fault(const TransferFailure& failure, const Url& url) {
    const std::string& where = url.display();
    if (failure.stopped)
        return fault(fmt::format("Đã dừng tải {}.", where), fmt::format("The transfer of {} was stopped.", where));
    if (failure.too_large || failure.code == CURLE_FILESIZE_EXCEEDED)
        return fault(fmt::format("Tài liệu {} quá lớn: mức cho phép là {} MiB.", where, failure.most_bytes >> 20U),
                     fmt::format("The document {} is too large: at most {} MiB are accepted.", where,
                                 failure.most_bytes >> 20U));
    switch (failure.code) {
        case CURLE_COULDNT_RESOLVE_HOST:
            return fault(
                fmt::format("Không tìm thấy máy chủ {}: hãy kiểm tra mạng và tên trong địa chỉ.", url.host()),
                fmt::format("The server {} was not found: check the network and the name in the address.", url.host()));
        case CURLE_COULDNT_CONNECT:
            return fault(
                fmt::format("Không kết nối được tới {}: máy chủ từ chối hoặc đang tắt; hãy kiểm tra máy chủ và "
                            "cổng.",
                            where),
                fmt::format("Cannot connect to {}: the server refuses or is down; check the server and the "
                            "port.",
                            where));
        case CURLE_OPERATION_TIMEDOUT:
            return fault(fmt::format("Máy chủ của {} không trả lời kịp: mạng chậm hoặc máy chủ quá tải.", where),
                         fmt::format("The server of {} did not answer in time: the network is slow or the server "
                                     "overloaded.",
                                     where));
        case CURLE_PEER_FAILED_VERIFICATION: return certificate_fault(failure, url);
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            return fault(fmt::format("Khóa của máy chủ {} không phải khóa đã ghi trong cấu hình (feed.pins): có thể có "
                                     "người đứng giữa, hoặc máy chủ đã đổi khóa.",
                                     url.host()),
                         fmt::format("The key of {} is none of those in the configuration (feed.pins): somebody may "
                                     "stand in between, or the server has a new key.",
                                     url.host()));
        case CURLE_SSL_CONNECT_ERROR:
            return fault(fmt::format("Không lập được kết nối bảo mật tới {}: máy chủ cần TLS 1.2 trở lên, hoặc địa chỉ "
                                     "phải là http.",
                                     url.host()),
                         fmt::format("No secure connection to {}: the server needs TLS 1.2 or later, or the address "
                                     "ought to be http.",
                                     url.host()));
        case CURLE_SSL_CACERT_BADFILE:
            return fault("Không đọc được tệp chứng thư gốc trong cấu hình: hãy kiểm tra đường dẫn.",
                         "The root certificates named in the configuration cannot be read: check the path.");
        case CURLE_TOO_MANY_REDIRECTS:
            return fault(fmt::format("Địa chỉ {} chuyển hướng vòng quanh: hãy hỏi đơn vị quản trị máy chủ.", where),
                         fmt::format("{} redirects in a circle: ask those who run the server.", where));
        case CURLE_UNSUPPORTED_PROTOCOL:
            return fault(
                fmt::format("Máy chủ của {} dẫn sang nơi không được phép hoặc không nói HTTP: hãy kiểm tra địa "
                            "chỉ.",
                            where),
                fmt::format("The server of {} leads to a forbidden address or does not speak HTTP: check the "
                            "address.",
                            where));
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
            return fault(fmt::format("Tài liệu {} bị đứt giữa chừng: sẽ tải lại.", where),
                         fmt::format("The document {} was cut off: it will be fetched again.", where));
        case CURLE_BAD_CONTENT_ENCODING:
            return fault(
                fmt::format("Tài liệu {} nén hỏng hoặc nén kiểu lạ: hãy kiểm tra máy chủ.", where),
                fmt::format("The document {} is compressed wrongly or in an unknown way: check the server.", where));
        default: {
            const char* why = curl_easy_strerror(static_cast<CURLcode>(failure.code));
            return fault(fmt::format("Không tải được {} ({}): hãy kiểm tra mạng và máy chủ.", where, why),
                         fmt::format("Cannot fetch {} ({}): check the network and the server.", where, why));
        }
    }
}

}  // namespace hall
