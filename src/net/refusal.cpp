#include <fmt/format.h>

#include "net/http_client.h"

namespace hall {

std::optional<Error> refusal(const HttpAnswer& answer, const Url& url) {
    const std::string& where = url.display();
    switch (answer.status) {
        case 200:
        case 304: return std::nullopt;
        case 401:
        case 403:
        case 407:
        case 511:
            return fault(
                fmt::format("Máy chủ không cho phép đọc {} (mã {}): hãy hỏi quyền truy cập, hoặc đăng nhập mạng.",
                            where, answer.status),
                fmt::format("The server does not allow {} to be read (status {}): ask for access, or sign in "
                            "to the network.",
                            where, answer.status));
        case 404:
        case 410:
            return fault(
                fmt::format("Không có tài liệu tại {} (mã {}): hãy kiểm tra địa chỉ.", where, answer.status),
                fmt::format("There is no document at {} (status {}): check the address.", where, answer.status));
        case 429:
        case 503:
            return fault(fmt::format("Máy chủ của {} đang bận (mã {}): sẽ thử lại sau.", where, answer.status),
                         fmt::format("The server of {} is busy (status {}): it will be asked again later.", where,
                                     answer.status));
        default: break;
    }
    if (answer.status >= 500)
        return fault(
            fmt::format("Máy chủ của {} gặp lỗi (mã {}): hãy báo đơn vị quản trị máy chủ.", where, answer.status),
            fmt::format("The server of {} failed (status {}): tell those who run it.", where, answer.status));
    return fault(fmt::format("Máy chủ trả lời lạ cho {} (mã {}): hãy kiểm tra địa chỉ.", where, answer.status),
                 fmt::format("The server gives an unexpected answer for {} (status {}): check the address.", where,
                             answer.status));
}

}  // namespace hall
