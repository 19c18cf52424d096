// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Prepaid balances earmarked per gateway, drawn by cumulative EIP-712 vouchers: `Voucher(address payer,address gateway,uint128 limit)`.
interface IEscrow {
    struct Voucher {
        address payer;
        uint128 limit; // cumulative: the most the gateway may ever have drawn
        uint128 amount; // drawn now; spent + amount <= limit
        bytes signature; // payer, one of its session keys, or ERC-1271
    }

    struct Account {
        uint128 balance;
        uint128 spent;
        uint128 thawing;
        uint48 thawedAt;
    }

    event Deposited(address indexed payer, address indexed gateway, uint256 amount);
    event Collected(address indexed payer, address indexed gateway, uint256 amount);
    event Thawing(address indexed payer, address indexed gateway, uint256 amount, uint256 at);
    event Withdrawn(address indexed payer, address indexed gateway, uint256 amount);
    event KeySet(address indexed payer, address indexed key, uint256 expiry);

    error Escrow_BadVoucher(uint256 index);
    error Escrow_Insufficient(uint256 balance, uint256 amount);
    error Escrow_StillThawing(uint256 at);

    function deposit(address payer, address gateway, uint128 amount) external;
    function depositWithPermit(address payer, address gateway, uint128 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
    function setKey(address key, uint256 expiry) external;
    function collect(Voucher[] calldata vouchers) external returns (uint128 sum);
    function thaw(address gateway, uint128 amount) external;
    function withdraw(address gateway) external returns (uint128 amount);
    function accountOf(address payer, address gateway) external view returns (Account memory);
}
